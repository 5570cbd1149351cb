-- The balanced scorecard's KPIs by month, from the rows of its starter.

create table books as
  select month::date booked, line, amount::decimal(18, 2) amount
  from read_csv('books.csv', all_varchar = true);

create table clients as
  select client_id, started_on::date started, ended_on::date ended
  from read_csv('clients.csv', all_varchar = true);

create table answers as
  select answered_on::date answered, score::int score
  from read_csv('answers.csv', all_varchar = true);

create table works as
  select due_on::date due, delivered_on::date delivered, reworked = 'yes' reworked
  from read_csv('deliveries.csv', all_varchar = true);

create table skills as
  select taken_on::date taken, people::int people
  from read_csv('skills.csv', all_varchar = true);

create table pulse as
  select answered_on::date answered, score::int score
  from read_csv('pulse.csv', all_varchar = true);

-- What was billed in the month that begins on a day; nothing where the rows have not begun.
create macro income(first) as (
  select sum(amount) from books where booked = first and line = 'income'
);

select month,
  (income(month) - income((month - interval 1 year)::date))
    / income((month - interval 1 year)::date) income_growth,
  (
    select sum(case line when 'income' then amount else -amount end) from books where booked = month
  ) / income(month) income_margin,
  1 - (select count(*) from clients where date_trunc('month', ended) = month)
    / (
      select count(*) from clients where started < month and (ended is null or ended >= month)
    ) clients_kept,
  (
    select count(*) filter (score >= 4) / count(*) from answers
    where date_trunc('month', answered) = month
  ) clients_content,
  (
    select count(*) filter (coalesce(delivered <= due, false)) / count(*) from works
    where date_trunc('month', due) = month
  ) work_on_time,
  (
    select count(*) filter (not reworked) / count(*) from works where date_trunc('month', due) = month
  ) work_right,
  (
    select count(*) filter (people >= 2) / count(*) from skills
    where taken = (select max(taken) from skills where date_trunc('month', taken) = month)
  ) skills_covered,
  (
    select count(*) filter (score >= 4) / count(*) from pulse
    where date_trunc('month', answered) = month
  ) staff_see_future
from months order by month;
