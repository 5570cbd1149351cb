-- Operations' KPIs by month, from the rows of its starter.

create table machines as
  select machine, pieces_an_hour::decimal(18, 4) speed
  from read_csv('machines.csv', all_varchar = true);

create table shifts as
  select worked_on::date worked, machine, planned_minutes::bigint planned, pieces::bigint pieces,
    good_pieces::bigint good
  from read_csv('shifts.csv', all_varchar = true);

create table orders as
  select due_on::date due, finished_on::date finished
  from read_csv('work-orders.csv', all_varchar = true);

create table failures as
  select stopped_at::timestamp stopped, running_again_at::timestamp again
  from read_csv('failures.csv', all_varchar = true);

create table costs as
  select month::date booked, amount::decimal(18, 2) amount
  from read_csv('costs.csv', all_varchar = true);

create table worked as
  select month::date worked, hours::bigint as worked_hours, accidents::bigint accidents
  from read_csv('work-hours.csv', all_varchar = true);

create table suggestions as
  select made_on::date made, carried_out_on::date done
  from read_csv('suggestions.csv', all_varchar = true);

create table by_month as
  select month,
    (select sum(good) from shifts where date_trunc('month', worked) = month) good,
    (select sum(pieces) from shifts where date_trunc('month', worked) = month) pieces,
    (
      select sum(planned * speed) from shifts join machines using (machine)
      where date_trunc('month', worked) = month
    ) possible_in_minutes,
    (
      select avg(coalesce(finished <= due, false)::int) from orders
      where date_trunc('month', due) = month
    ) orders_on_time,
    (select sum(amount) from costs where booked = month) cost,
    (
      select median(epoch(again) - epoch(stopped)) / 60 from failures
      where date_trunc('month', stopped) = month
    ) repair_time,
    (
      select sum(accidents) * 1000000 / sum(worked_hours) from worked
      where worked <= month and worked > month - interval 12 months
    ) accident_rate,
    (
      select avg(coalesce(done - made <= 28, false)::int) from suggestions
      where date_trunc('month', made) = month - interval 1 month
    ) suggestions_done
  from months;

select month, good * 60 / possible_in_minutes machine_effectiveness, good / pieces first_pass_quality,
  orders_on_time, cost / good piece_cost, repair_time, accident_rate, suggestions_done
from by_month order by month;
