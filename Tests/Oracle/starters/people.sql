-- Human resources' KPIs by month, from the rows of its starter. Its heads look at quarters; by the month there is more to
-- compare.

create table employees as
  select hired_on::date hired_on, left_on::date left_on, exit_kind
  from read_csv('employees.csv', all_varchar = true);

create table vacancies as
  select opened_on::date opened_on, filled_on::date filled_on
  from read_csv('vacancies.csv', all_varchar = true);

create table costs as
  select spent_on::date spent_on, amount::decimal(18, 2) amount
  from read_csv('recruiting-costs.csv', all_varchar = true);

create table absences as
  select absent_on::date absent_on, hours::bigint as hours
  from read_csv('absences.csv', all_varchar = true);

create table planned as
  select month::date planned_in, hours::bigint as hours
  from read_csv('planned-hours.csv', all_varchar = true);

create table surveys as
  select answered_on::date answered_on, score::int score
  from read_csv('surveys.csv', all_varchar = true);

create table courses as
  select held_on::date held_on, hours::bigint as hours
  from read_csv('courses.csv', all_varchar = true);

create table by_month as
  select month,
    (
      (select count(*) from employees where hired_on < month and coalesce(left_on >= month, true))
      + (
        select count(*) from employees
        where hired_on < month + interval 1 month
          and coalesce(left_on >= month + interval 1 month, true)
      )
    ) / 2 people,
    (
      select count(*) from employees
      where date_trunc('month', left_on) = month and exit_kind = 'voluntary'
    ) left_us,
    (
      select avg((left_on is not null and left_on - hired_on <= 84)::int) from employees
      where date_trunc('month', hired_on) = month - interval 1 month
        -- Known once the last of them has had twelve weeks by the end of October.
        and month - interval 1 day + interval 84 days <= date '2026-10-31'
    ) early_leavers,
    (
      select quantile_cont((filled_on - opened_on)::double, 0.5) from vacancies
      where date_trunc('month', filled_on) = month
    ) days_to_fill,
    (select coalesce(sum(amount), 0) from costs where date_trunc('month', spent_on) = month) spent,
    (select count(*) from employees where date_trunc('month', hired_on) = month) hired,
    (select sum(hours) from absences where date_trunc('month', absent_on) = month) missed,
    (select sum(hours) from planned where planned_in = month) planned,
    (
      select 100 * ((count(*) filter (score >= 9)) - (count(*) filter (score <= 6)))
        / case when count(*) >= 5 then count(*) end
      from surveys where date_trunc('month', answered_on) = month
    ) employee_nps,
    (select sum(hours) from courses where date_trunc('month', held_on) = month) taught
  from months;

select month, left_us / people voluntary_turnover, early_leavers, days_to_fill, spent / nullif(hired, 0) cost_per_hire,
  missed / planned absence_rate, employee_nps, coalesce(taught, 0) / people hours_of_training
from by_month order by month;
