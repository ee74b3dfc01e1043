-- the field holds what a law says of work abroad, or that it says nothing
SELECT place, title, field, label, value, original, record_version, source, locator
FROM 'facts.parquet'
WHERE kind = 'law' AND withdrawn IS NULL
  AND (field = 'provision-abroad' OR regexp_matches(value, '\b(abroad|overseas|outside (the country|Canada|China|Japan))\b', 'i'))
ORDER BY place, title
