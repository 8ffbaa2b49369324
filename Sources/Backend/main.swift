print("backend serve | worker | migrate deploy|status|check | help")
