-- Revenue by month alone, which is mostly the reading of the file.
select strftime(date_trunc('month', ordered_at), '%Y-%m') as month,
  coalesce(sum(quantity * unit_price * (1 - discount)) filter (status = 'paid'), 0) as revenue
from read_csv('orders.csv', header = true, columns = {
  'order_id': 'BIGINT', 'customer_id': 'BIGINT', 'ordered_at': 'TIMESTAMP', 'region': 'VARCHAR',
  'channel': 'VARCHAR', 'status': 'VARCHAR', 'product': 'VARCHAR', 'quantity': 'INTEGER',
  'unit_price': 'DECIMAL(12,2)', 'discount': 'DECIMAL(4,2)', 'shipping': 'DECIMAL(12,2)'})
group by 1
order by 1;
