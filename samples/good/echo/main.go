// A custom handler with echo. The function Version has no route of its own, so its name is its route.
package main

import (
	"net/http"
	"os"

	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"
)

func main() {
	e := echo.New()
	e.HideBanner = true
	e.HidePort = true
	e.Use(middleware.Recover())

	e.GET("/api/Version", func(c echo.Context) error {
		return c.String(http.StatusOK, "1.0")
	})
	e.GET("/api/orders/:id", func(c echo.Context) error {
		return c.JSON(http.StatusOK, map[string]string{"id": c.Param("id")})
	})

	e.Logger.Fatal(e.Start(listenAddress()))
}

// listenAddress is where the Functions host expects the handler; 8080 is for a start by hand.
func listenAddress() string {
	if port, ok := os.LookupEnv("FUNCTIONS_CUSTOMHANDLER_PORT"); ok {
		return ":" + port
	}
	return ":8080"
}
