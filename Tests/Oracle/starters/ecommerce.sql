-- The web shop's KPIs by month, from the rows of its starter.

create table customers as
  select customer_id, first_ordered_on::date first_ordered_on
  from read_csv('customers.csv', all_varchar = true);

create table orders as
  select order_id, customer_id, placed_on::date placed_on, status, value::decimal(18, 2) as worth,
    goods_cost::decimal(18, 2) + shipping_cost::decimal(18, 2) cost
  from read_csv('orders.csv', all_varchar = true);

create table returns as
  select order_id, returned_on::date returned_on, value::decimal(18, 2) as worth
  from read_csv('returns.csv', all_varchar = true);

create table days as
  select visited_on::date visited_on, sessions::bigint sessions, carts::bigint carts
  from read_csv('days.csv', all_varchar = true);

create table campaigns as
  select spent_on::date spent_on, amount::decimal(18, 2) amount
  from read_csv('campaigns.csv', all_varchar = true);

create table orders_by_month as
  select date_trunc('month', placed_on) as month, count(*) placed, count(*) filter (status = 'paid') kept,
    sum(worth) filter (status = 'paid') sold, sum(cost) filter (status = 'paid') cost,
    count(*) filter (placed_on > first_ordered_on) known
  from orders join customers using (customer_id) group by 1;

create table late_returns as
  select date_trunc('month', placed_on) as month, sum(r.worth) worth
  from returns r join orders o using (order_id) where returned_on - placed_on <= 28 group by 1;

create table by_month as
  select m.month, o.*,
    (select sum(sessions) from days where date_trunc('month', visited_on) = m.month) sessions,
    (select sum(carts) from days where date_trunc('month', visited_on) = m.month) carts,
    (
      select coalesce(sum(worth), 0) from returns where date_trunc('month', returned_on) = m.month
    ) returned,
    (
      select sum(amount) from campaigns where date_trunc('month', spent_on) = m.month
    ) advertised,
    (
      select coalesce((select worth from late_returns l where l.month = b.month), 0) / sold
      from orders_by_month b where b.month = m.month - interval 1 month
        -- Final once the last day of the month has had its four weeks by the end of October.
        and m.month - interval 1 day + interval 28 days <= date '2026-10-31'
    ) return_rate
  from months m join orders_by_month o on o.month = m.month;

select month, placed / sessions web_conversion, sold / kept basket_value,
  1 - placed / carts cart_abandonment, known / placed known_customers, return_rate,
  (placed - kept) / placed cancelled_orders,
  (sold - cost - returned - advertised) / kept order_margin
from by_month order by month;
