-- Finance's KPIs by month, from the rows of its starter.

create table books as
  select month::date booked, line, amount::decimal(18, 2) amount
  from read_csv('ledger.csv', all_varchar = true);

create table plan as
  select month::date planned, line, amount::decimal(18, 2) amount
  from read_csv('budget.csv', all_varchar = true);

create table invoices as
  select issued_on::date issued, due_on::date due, paid_on::date paid, amount::decimal(18, 2) amount
  from read_csv('invoices.csv', all_varchar = true);

create table movements as
  select moved_on::date moved, kind, direction, amount::decimal(18, 2) amount
  from read_csv('movements.csv', all_varchar = true);

create table balances as
  select taken_on::date taken, balance::decimal(18, 2) balance
  from read_csv('balances.csv', all_varchar = true);

create table closings as
  select month_end::date month_end, closed_on::date closed
  from read_csv('closings.csv', all_varchar = true);

-- An invoice is owed at a midnight where it was issued before and not paid before.
create macro owed(midnight) as (
  select coalesce(sum(amount), 0) from invoices
  where issued < midnight and (paid is null or paid >= midnight)
);

create table by_month as
  select month, (month + interval 1 month)::date next,
    (select sum(amount) from books where booked = month and line = 'revenue') revenue,
    (select sum(amount) from books where booked = month and line = 'goods') goods,
    (select sum(amount) from books where booked = month and line not in ('revenue', 'goods')) running,
    (select sum(amount) from plan where planned = month and line not in ('revenue', 'goods')) planned,
    (
      select sum(case direction when 'in' then amount else -amount end) from movements
      where kind = 'operating' and date_trunc('month', moved) = month
    ) operating_cash_flow,
    (select sum(amount) from invoices where date_trunc('month', issued) = month) billed,
    (
      select sum(balance) from balances
      where taken = (select max(taken) from balances where date_trunc('month', taken) = month)
    ) cash_reserve,
    (
      select avg(closed - month_end) from closings where date_trunc('month', closed) = month
    ) book_closing_days
  from months;

select month, (revenue - goods) / revenue gross_margin, operating_cash_flow,
  (owed(month) + owed(next)) / 2 / billed * (next - month) collection_days,
  (
    select coalesce(sum(amount) filter (next - due > 1), 0) / sum(amount) from invoices
    where issued < next and (paid is null or paid >= next)
  ) overdue_receivables,
  running / planned cost_to_budget, cash_reserve, book_closing_days
from by_month order by month;
