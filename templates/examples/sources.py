import pandas as pd

sources = pd.read_csv("sources.csv", keep_default_na=False, na_values=[""])
answer = sources.groupby(["place", "grade"]).size().reset_index(name="sources")
print(answer.to_string(index=False))
