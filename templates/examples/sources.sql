SELECT place, grade, count(*) AS sources
FROM 'sources.parquet'
WHERE place IS NOT NULL
GROUP BY place, grade
ORDER BY place, grade
