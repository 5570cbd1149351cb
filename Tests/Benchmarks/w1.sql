-- The twelve KPIs of w1.kpi for DuckDB: typed columns, exact decimals, exact distinct counts and
-- quantiles. The quantiles are taken over doubles, because over decimals DuckDB cuts the interpolated
-- value to the column's scale. Every region sells in every month, so the windows may count rows.
with orders as (
  from read_csv('orders.csv', header = true, columns = {
    'order_id': 'BIGINT', 'customer_id': 'BIGINT', 'ordered_at': 'TIMESTAMP', 'region': 'VARCHAR',
    'channel': 'VARCHAR', 'status': 'VARCHAR', 'product': 'VARCHAR', 'quantity': 'INTEGER',
    'unit_price': 'DECIMAL(12,2)', 'discount': 'DECIMAL(4,2)', 'shipping': 'DECIMAL(12,2)'})
), base as (
  select
    date_trunc('month', ordered_at) as period, region,
    count(*) as order_count,
    coalesce(sum(quantity * unit_price * (1 - discount)) filter (status = 'paid'), 0) as revenue,
    sum(quantity) as units,
    count(distinct customer_id) as buyers,
    count(*) filter (status = 'paid') as paid,
    quantile_cont(unit_price::double, [0.5, 0.95]) as prices,
    count(*) filter (status = 'refunded') as refunded,
    coalesce(sum(quantity) filter (channel = 'web'), 0) as web_units
  from orders
  group by all
)
select
  strftime(period, '%Y-%m') as month, region, order_count, revenue, units, buyers,
  revenue::double / nullif(paid, 0) as average_order_value,
  prices[1] as median_price,
  prices[2] as p95_price,
  refunded / order_count as refund_rate,
  web_units / nullif(units, 0) as web_share,
  (revenue::double - lag(revenue) over months) / nullif(lag(revenue) over months, 0) as revenue_growth,
  sum(revenue) over (months rows between 2 preceding and current row) as revenue_3m,
  sum(revenue) over (partition by region, year(period) order by period) as revenue_ytd
from base
window months as (partition by region order by period)
order by period, region;
