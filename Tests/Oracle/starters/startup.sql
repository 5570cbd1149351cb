-- A startup's KPIs by month, from the rows of its starter.

create table traffic as
  select week::date visited, visitors::bigint visitors
  from read_csv('traffic.csv', all_varchar = true);

create table trials as
  select signed_up_on::date signed_up, first_use_on::date used, paid_on::date paid
  from read_csv('trials.csv', all_varchar = true);

create table subscribers as
  select started_on::date started, cancelled_on::date cancelled
  from read_csv('subscribers.csv', all_varchar = true);

create table answers as
  select answered_on::date answered, score::bigint score
  from read_csv('answers.csv', all_varchar = true);

create table money as
  select month::date booked, direction, amount::decimal(18, 2) amount
  from read_csv('money.csv', all_varchar = true);

create table cash as
  select taken_on::date taken, balance::decimal(18, 2) balance
  from read_csv('cash.csv', all_varchar = true);

create table by_month as
  select month,
    (select count(*) from trials where date_trunc('month', signed_up) = month) signed,
    (select sum(visitors) from traffic where date_trunc('month', visited) = month) visitors,
    (
      select avg(coalesce(used - signed_up <= 7, false)::int) from trials
      where date_trunc('month', signed_up) = month - interval 1 month
    ) first_use_rate,
    (
      select avg(coalesce(paid - signed_up <= 28, false)::int) from trials
      where date_trunc('month', signed_up) = month - interval 1 month
    ) trial_paid_rate,
    (
      select (count(*) filter (score >= 9) - count(*) filter (score <= 6)) / count(*) from answers
      where date_trunc('month', answered) = month
    ) recommendation_score,
    (select count(*) from subscribers where date_trunc('month', cancelled) = month) gone,
    (
      select count(*) from subscribers
      where started < month and (cancelled is null or cancelled >= month)
    ) at_start,
    (
      select sum(case direction when 'out' then amount else -amount end) from money
      where date_trunc('month', booked) = month
    ) monthly_burn,
    (
      select sum(case direction when 'out' then amount else -amount end) from money
      where date_trunc('month', booked) between month - interval 2 months and month
    ) burn_of_three,
    (select balance from cash where date_trunc('month', taken) = month) balance
  from months;

select month, signed / visitors signup_rate, first_use_rate, trial_paid_rate, recommendation_score,
  gone / at_start subscriber_churn, monthly_burn,
  case when burn_of_three > 0 then balance * 3 / burn_of_three end cash_runway
from by_month order by month;
