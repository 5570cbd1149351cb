-- The KPIs of product and IT by month, from the rows of their starter.

create table accounts as
  select opened_on::date opened, plan, first_report_on::date used
  from read_csv('accounts.csv', all_varchar = true);

create table service_days as
  select day::date as served, minutes::bigint as all_minutes, down_minutes::bigint down
  from read_csv('service-days.csv', all_varchar = true);

create table releases as
  select started_at::timestamp started, released_at::timestamp released, failed = 'yes' failed
  from read_csv('releases.csv', all_varchar = true);

create table incidents as
  select priority, opened_at::timestamp opened, resolved_at::timestamp resolved
  from read_csv('incidents.csv', all_varchar = true);

create table requests as
  select due_at::timestamp due, done_at::timestamp done
  from read_csv('requests.csv', all_varchar = true);

select month,
  (
    select avg(coalesce(used - opened <= 14, false)::int) from accounts
    where date_trunc('month', opened) = month - interval 1 month
  ) product_adoption,
  (
    select avg((plan <> 'free')::int) from accounts where date_trunc('month', opened) = month
  ) paid_plans,
  (
    select sum(down) / sum(all_minutes) from service_days where date_trunc('month', served) = month
  ) service_downtime,
  (
    select count(*) * 7 / date_diff('day', month, (month + interval 1 month)::date) from releases
    where date_trunc('month', released) = month
  ) releases_a_week,
  (
    select avg(coalesce(failed, false)::int) from releases
    where date_trunc('month', released) = month
  ) failed_releases,
  (
    select median(epoch(resolved) - epoch(opened)) / 3600 from incidents
    where priority = 'high' and date_trunc('month', opened) = month
  ) time_to_restore,
  (
    select avg(coalesce(done <= due, false)::int) from requests
    where date_trunc('month', due) = month
  ) requests_in_time
from months order by month;
