package org.dutyledger.bench;

import java.nio.file.Path;
import org.dutyledger.embedded.KafkaServer;
import org.dutyledger.embedded.PostgresServer;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * One part of the service started alone in a process of its own, to be compared with: {@code
 * postgres DIR}, {@code kafka DIR} or {@code boot PORT}. Says {@code ready} and waits to be ended.
 */
final class BarePart {

    private BarePart() {}

    public static void main(String[] args) throws InterruptedException {
        switch (args[0]) {
            case "postgres" -> {
                PostgresServer server = PostgresServer.start(Path.of(args[1]));
                Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            }
            case "kafka" -> {
                KafkaServer server = KafkaServer.start(Path.of(args[1]));
                Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            }
            case "boot" ->
                    SpringApplication.run(
                            Hello.class,
                            "--server.port=" + args[1],
                            "--server.address=127.0.0.1",
                            "--spring.main.banner-mode=off");
            default -> throw new IllegalArgumentException("no such part: " + args[0]);
        }
        System.out.println("ready");
        System.out.flush();
        Thread.currentThread().join();
    }

    /** The least that answers a page. Not a stereotype: the service's own scan must not find it. */
    @ImportAutoConfiguration({
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class
    })
    static class Hello {
        @Bean
        RouterFunction<ServerResponse> hello() {
            return RouterFunctions.route()
                    .GET("/hello", request -> ServerResponse.ok().body("hello"))
                    .build();
        }
    }
}
