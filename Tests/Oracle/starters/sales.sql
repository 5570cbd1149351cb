-- Sales' KPIs by month, from the rows of its starter.

create table deals as
  select rep_id, created_on::date created_on, closed_on::date closed_on, stage,
    list_amount::decimal(18, 2) list_amount, amount::decimal(18, 2) amount
  from read_csv('deals.csv', all_varchar = true);

create table quotas as
  select month::date planned_for, rep_id, amount::decimal(18, 2) amount
  from read_csv('quotas.csv', all_varchar = true);

create table pipeline as
  select taken_on::date taken_on, amount::decimal(18, 2) amount, expected_on::date expected_on
  from read_csv('pipeline.csv', all_varchar = true);

create table won as select *, date_trunc('month', closed_on) as month from deals where stage = 'won';

create table by_rep as
  select planned_for, amount quota,
    (select coalesce(sum(amount), 0) from won where month = planned_for and rep_id = q.rep_id) won
  from quotas q;

create table by_month as
  select month,
    (select coalesce(sum(amount), 0) from won w where w.month = m.month) won_amount,
    (select sum(list_amount) from won w where w.month = m.month) list_amount,
    (select count(*) from won w where w.month = m.month) won,
    (select count(*) from deals where date_trunc('month', closed_on) = m.month) decided,
    (
      select quantile_cont((closed_on - created_on)::double, 0.5) from won w where w.month = m.month
    ) sales_cycle,
    (
      select sum(amount) from pipeline
      where taken_on = m.month and date_trunc('month', expected_on) = m.month
    ) to_close,
    (select sum(amount) from quotas where planned_for = m.month) quota,
    (
      select (count(*) filter (won >= quota)) / count(*) from by_rep where planned_for = m.month
    ) reps_at_quota
  from months m;

select month, won_amount, won / decided win_rate, won_amount / won deal_size, sales_cycle,
  to_close / quota pipeline_coverage, (list_amount - won_amount) / list_amount discount_rate,
  reps_at_quota
from by_month order by month;
