-- What wrk sends, as the environment tells, and its result as one line for a program to read.
wrk.method = os.getenv("METHOD")
wrk.headers["Authorization"] = os.getenv("AUTHORIZATION")
wrk.body = os.getenv("BODY")
if wrk.body then wrk.headers["Content-Type"] = "application/json" end

function done(summary, latency, requests)
  local errors = summary.errors
  local failed = errors.connect + errors.read + errors.write + errors.status + errors.timeout
  io.write(string.format("RESULT %d %d %d %d\n",
    summary.requests, summary.duration, latency:percentile(99), failed))
end
