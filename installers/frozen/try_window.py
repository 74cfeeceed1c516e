def try_window(trial):
    pass
