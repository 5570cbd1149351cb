-- Marketing's KPIs by month, from the rows of its starter.

create table leads as
  select phone, created_on::date created_on, qualified_on::date qualified_on,
    customer_on::date customer_on
  from read_csv('leads.csv', all_varchar = true);

create table ads as
  select ran_on::date ran_on, spend::decimal(18, 2) spend, revenue::decimal(18, 2) revenue
  from read_csv('ad-days.csv', all_varchar = true);

create table costs as
  select spent_on::date spent_on, amount::decimal(18, 2) amount
  from read_csv('costs.csv', all_varchar = true);

create table budgets as
  select month::date planned_for, amount::decimal(18, 2) amount
  from read_csv('budgets.csv', all_varchar = true);

create table visits as
  select month::date visited_in, channel, visits::bigint visits
  from read_csv('visits.csv', all_varchar = true);

create table by_month as
  select month,
    (
      select count(*) from leads l
      where date_trunc('month', created_on) = month and not exists (
        from leads p where p.phone = l.phone and p.created_on < l.created_on
          and p.created_on >= l.created_on - interval 12 months)
    ) new_leads,
    (
      select avg((qualified_on is not null and qualified_on - created_on <= 28)::int) from leads
      where date_trunc('month', created_on) = month - interval 1 month
    ) lead_quality,
    (select coalesce(sum(amount), 0) from costs where date_trunc('month', spent_on) = month) spent,
    (select count(*) from leads where date_trunc('month', customer_on) = month) won,
    (
      select sum(revenue) / nullif(sum(spend), 0) from ads where date_trunc('month', ran_on) = month
    ) ad_return,
    (select sum(amount) from budgets where planned_for = month) planned,
    (
      select sum(visits) from visits
      where visited_in = month and channel not in ('search_ads', 'social_ads')
    ) unpaid,
    (
      select sum(visits) from visits
      where visited_in = month - interval 1 year and channel not in ('search_ads', 'social_ads')
    ) unpaid_before
  from months;

select month, new_leads, lead_quality, spent / nullif(new_leads, 0) cost_per_lead,
  spent / nullif(won, 0) customer_cost, ad_return, spent / planned budget_use,
  unpaid / unpaid_before - 1 unpaid_growth
from by_month order by month;
