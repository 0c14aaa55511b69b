// A custom handler with gin: the routes stand in a group under the host's prefix.
package main

import (
	"log"
	"net/http"
	"os"

	"github.com/gin-gonic/gin"
)

type user struct {
	Name string `json:"name" binding:"required"`
}

func main() {
	gin.SetMode(gin.ReleaseMode)
	router := gin.New()
	router.Use(gin.Recovery())

	api := router.Group("/api")
	api.GET("/health", func(c *gin.Context) { c.Status(http.StatusNoContent) })
	api.GET("/users", listUsers)
	api.GET("/users/:name", getUser)
	api.POST("/users", addUser)

	log.Fatal(router.Run(listenAddress()))
}

// listenAddress is where the Functions host expects the handler; 8080 is for a start by hand.
func listenAddress() string {
	if port, ok := os.LookupEnv("FUNCTIONS_CUSTOMHANDLER_PORT"); ok {
		return ":" + port
	}
	return ":8080"
}

func listUsers(c *gin.Context) {
	c.JSON(http.StatusOK, []user{{Name: "ada"}, {Name: "grace"}})
}

func getUser(c *gin.Context) {
	c.JSON(http.StatusOK, user{Name: c.Param("name")})
}

func addUser(c *gin.Context) {
	var added user
	if err := c.ShouldBindJSON(&added); err != nil {
		c.JSON(http.StatusBadRequest, gin.H{"error": err.Error()})
		return
	}
	c.JSON(http.StatusCreated, added)
}
