-- Customer care's KPIs by month, from the rows of its starter.

create table tickets as
  select opened_at::timestamp opened_at, replied_at::timestamp replied_at,
    solved_at::timestamp solved_at, contacts::int contacts
  from read_csv('tickets.csv', all_varchar = true);

create table calls as
  select day::date called_on, answered::bigint answered, answered_in_time::bigint in_time,
    given_up::bigint given_up
  from read_csv('call-days.csv', all_varchar = true);

create table surveys as
  select sent_on::date sent_on, score::int score
  from read_csv('surveys.csv', all_varchar = true);

create table help as
  select day::date visited_on, searches::bigint searches, found::bigint found,
    answered_visits::bigint answered_visits
  from read_csv('help-days.csv', all_varchar = true);

create table costs as
  select month::date spent_in, amount::decimal(18, 2) amount
  from read_csv('costs.csv', all_varchar = true);

create table by_month as
  select month,
    (
      select count(*) from tickets where opened_at < month + interval 1 month
        and (solved_at is null or solved_at >= month + interval 1 month)
    ) open_tickets,
    (
      select quantile_cont(date_diff('second', opened_at, replied_at)::double, 0.5) from tickets
      where date_trunc('month', replied_at) = month
    ) wait,
    (
      select sum(in_time) / (sum(answered) + sum(given_up)) from calls
      where date_trunc('month', called_on) = month
    ) service_level,
    (
      select avg((contacts = 1)::int) from tickets where date_trunc('month', solved_at) = month
    ) solved_at_once,
    (
      select avg((score >= 4)::int) from surveys where date_trunc('month', sent_on) = month
    ) customer_satisfaction,
    (
      select sum(found) / sum(searches) from help where date_trunc('month', visited_on) = month
    ) found_articles,
    (
      select sum(answered_visits) from help where date_trunc('month', visited_on) = month
    ) answered_visits,
    (select count(*) from tickets where date_trunc('month', opened_at) = month) opened,
    (select sum(answered) from calls where date_trunc('month', called_on) = month) answered,
    (select sum(amount) from costs where spent_in = month) spent
  from months;

select month, open_tickets, wait / 3600 first_reply, service_level, solved_at_once,
  customer_satisfaction, found_articles, answered_visits / (answered_visits + opened) self_service,
  spent / (answered + opened) cost_per_contact
from by_month order by month;
