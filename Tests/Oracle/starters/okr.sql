-- The KPIs under the objectives and key results by month, from the rows of their starter.

create table members as
  select came_by way, joined_on::date joined, second_visit_on::date again
  from read_csv('members.csv', all_varchar = true);

create table questions as
  select asked_at::timestamp asked, answered_at::timestamp answered
  from read_csv('questions.csv', all_varchar = true);

create table weeks as
  select week::date monday, device, loads::bigint loads, fast::bigint fast
  from read_csv('app-weeks.csv', all_varchar = true);

create table defects as
  select reported_on::date reported from read_csv('defects.csv', all_varchar = true);

create table payments as
  select week::date monday, amount::decimal(18, 2) amount
  from read_csv('payments.csv', all_varchar = true);

select month,
  (select count(*) from members where date_trunc('month', joined) = month) members_joined,
  -- Nobody joined before the first month of the rows.
  (
    select count(*) filter (coalesce(again - joined <= 7, false)) / count(*) from members
    where date_trunc('month', joined) = month - interval 1 month
    having count(*) > 0
  ) members_settled,
  (
    select count(*) filter (way = 'friend') / count(*) from members
    where date_trunc('month', joined) = month
  ) members_by_friends,
  (
    select median(epoch(answered) - epoch(asked)) / 3600 from questions
    where date_trunc('month', answered) = month
  ) answer_time,
  (
    select sum(fast) / sum(loads) from weeks where date_trunc('month', monday) = month
  ) pages_at_once,
  (
    select sum(fast) / sum(loads) from weeks
    where date_trunc('month', monday) = month and device = 'phone'
  ) pages_at_once_on_phones,
  (select count(*) from defects where date_trunc('month', reported) = month) * 100000
    / (select sum(loads) from weeks where date_trunc('month', monday) = month) app_defects,
  (select sum(amount) from payments where date_trunc('month', monday) = month) club_income
from months order by month;
