SELECT place, title, label, value, source, locator
FROM 'facts.parquet'
WHERE kind = 'law' AND regexp_matches(value, 'abroad|overseas|outside', 'i')
ORDER BY place, title
