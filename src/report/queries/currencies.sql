-- title: Currencies
-- description: amounts of money in one currency, each at the reference rate of its day of publication
-- takes: in

-- section by_currency: Money by currency
-- show: currency, figures, articles, compared, smallest, largest
-- optional: compared, articles
-- figures by: currency
-- column currency: text
-- column figures: number
-- column articles: number
-- column compared: number
-- column smallest: amount('money', smallest_shown, smallest_high_shown, in_currency, -, -, -)
-- column largest: amount('money', largest_shown, largest_high_shown, in_currency, -, -, -)
-- column smallest_shown: number, readable only
-- column largest_shown: number, readable only
-- column smallest_high_shown: number, readable only
-- column largest_high_shown: number, readable only
-- empty: no figures of money
WITH priced AS MATERIALIZED UNLESS KEPT (
    SELECT unit AS currency, article_id, ordinal, start, "end", converted(value, unit, :in, published) AS converted,
        converted(high, unit, :in, published) AS converted_high
    FROM selected
    WHERE kind = 'money' AND unit IS NOT NULL
), smallest AS MATERIALIZED (
    SELECT currency, converted, converted_high, min(lowest_first(CAST(converted AS REAL), article_id, ordinal))
    FROM priced
    GROUP BY currency
), largest AS MATERIALIZED (  -- the article and the bytes are those of the largest amount
    SELECT currency, count(*) AS figures, count_different(article_id) AS articles, count(converted) AS compared,
        converted, converted_high, min(lowest_first(-CAST(converted AS REAL), article_id, ordinal)),
        article_id, ordinal, start, "end"
    FROM priced
    GROUP BY currency
)
SELECT
    currency,
    figures,
    articles,
    compared,
    :in AS in_currency,
    smallest.converted AS smallest_converted,
    smallest.converted_high AS smallest_converted_high,
    largest.converted AS largest_converted,
    largest.converted_high AS largest_converted_high,
    article_id,
    ordinal,
    start,
    "end",
    shortened(smallest.converted) AS smallest_shown,
    shortened(largest.converted) AS largest_shown,
    shortened(smallest.converted_high) AS smallest_high_shown,
    shortened(largest.converted_high) AS largest_high_shown
FROM largest
JOIN smallest USING (currency)
ORDER BY figures DESC, currency
LIMIT coalesce(:limit, -1);

-- section amounts: Amounts, the largest first
-- show: published, figure, compared, rate_day, subject, source, sentence
-- optional: sentence, rate_day, source, published
-- column published: date
-- column figure: amount(kind, value, high, unit, per, resolution, bound)
-- column compared: amount('money', shown, shown_high, in_currency, per, -, bound)
-- column rate_day: date
-- column subject: text, at least 14
-- column source: text, at least 10
-- column sentence: text, at least 30
-- column shown: number, readable only
-- column shown_high: number, readable only
-- empty: no figures of money
WITH listed AS MATERIALIZED UNLESS KEPT (
    SELECT article_id, ordinal, converted(value, unit, :in, published) AS converted
    FROM selected
    WHERE kind = 'money' AND unit IS NOT NULL
    ORDER BY CAST(converted AS REAL) DESC, article_id, ordinal
    LIMIT coalesce(:limit, -1)
)
SELECT
    published,
    publication,
    headline,
    url,
    text,
    kind,
    value,
    high,
    unit,
    unit_assumed,
    per,
    bound,
    resolution,
    :in AS in_currency,
    converted,
    converted(high, unit, :in, published) AS converted_high,
    rate(unit, :in, published) AS rate,
    rate_day(unit, :in, published) AS rate_day,
    subject,
    period_start,
    period_end,
    source,
    listed_sentence AS sentence,
    figures.article_id,
    figures.ordinal,
    start,
    "end",
    shortened(converted) AS shown,
    shortened(converted(high, unit, :in, published)) AS shown_high
-- A CROSS JOIN reads the listed ones from the first to the last; to sort the whole rows again takes as long as all else.
FROM listed
CROSS JOIN figures_by_number AS figures ON figures.article_id = listed.article_id AND figures.ordinal = listed.ordinal;
