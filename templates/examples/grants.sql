SELECT place, year(starts) AS year, title, label, precision, number, "to", currency, basis, period, as_of, source
FROM 'facts.parquet'
WHERE kind = 'funding-scheme' AND field = 'amount' AND withdrawn IS NULL
  AND number IS NOT NULL AND starts IS NOT NULL
ORDER BY place, year, title, number
