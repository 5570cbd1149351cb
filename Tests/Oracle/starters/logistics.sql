-- Logistics' KPIs by month, from the rows of its starter.

create table shipments as
  select cod = 'yes' cod, shipped_on::date shipped, promised_on::date promised,
    delivered_on::date delivered, attempts::bigint attempts, complete = 'yes' complete,
    returned_on::date returned, goods_cost::decimal(18, 2) goods, freight::decimal(18, 2) freight
  from read_csv('shipments.csv', all_varchar = true);

create table stock as
  select counted_on::date counted, pieces::bigint pieces, value::decimal(18, 2) worth
  from read_csv('stock.csv', all_varchar = true);

create table picks as
  select picked_on::date picked, lines::bigint lines, errors::bigint errors
  from read_csv('picks.csv', all_varchar = true);

-- The stock at the first and the last count of each month.
create table counts as
  select date_trunc('month', counted) counted_in, min(counted) first_count, max(counted) last_count
  from stock group by 1;

create table by_month as
  select month, date_diff('day', month, (month + interval 1 month)::date) day_count,
    (
      select avg(coalesce(complete and delivered <= promised, false)::int) from shipments
      where date_trunc('month', promised) = month
    ) on_time_in_full,
    (
      select avg(coalesce(attempts = 1, false)::int) from shipments
      where date_trunc('month', delivered) = month
    ) first_attempts,
    (
      select avg(coalesce(returned - shipped <= 21, false)::int) from shipments
      where cod and date_trunc('month', shipped) = month - interval 1 month
    ) cod_returns,
    (select sum(freight) from shipments where date_trunc('month', shipped) = month) freight,
    (select sum(goods) from shipments where date_trunc('month', shipped) = month) goods,
    (
      select avg(coalesce(pieces = 0, false)::int) from stock
      where date_trunc('month', counted) = month
    ) empty_shelves,
    (
      select sum(worth) from stock join counts on counted = first_count where counted_in = month
    ) first_worth,
    (
      select sum(worth) from stock join counts on counted = last_count where counted_in = month
    ) last_worth,
    (
      select sum(errors) / sum(lines) from picks where date_trunc('month', picked) = month
    ) pick_errors
  from months;

select month, on_time_in_full, first_attempts, cod_returns, freight / goods freight_rate,
  empty_shelves, (first_worth + last_worth) / 2 / goods * day_count stock_days, pick_errors
from by_month order by month;
