var port = Environment.GetEnvironmentVariable("FUNCTIONS_CUSTOMHANDLER_PORT");
var app = WebApplication.Create(args);
app.MapGet("/api/Paint", () => "red");
app.Run($"http://127.0.0.1:{port}");
