package org.dutyledger.app.service;

import java.net.ConnectException;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.dutyledger.DutyledgerApplication;
import org.dutyledger.liability.law.InvalidLawException;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

/** The service inside this process, from start to stop. */
public final class RunningService implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final CountDownLatch stopped;

    private RunningService(ConfigurableApplicationContext context, CountDownLatch stopped) {
        this.context = context;
        this.stopped = stopped;
    }

    /**
     * Starts it and returns when it serves.
     *
     * @param settings properties that win over every other source
     * @throws StartRefused with a sentence if it must not or cannot start
     */
    public static RunningService start(Map<String, Object> settings) {
        var stopped = new CountDownLatch(1);
        var application = new SpringApplication(DutyledgerApplication.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.addListeners(
                (ApplicationListener<ContextClosedEvent>) e -> stopped.countDown());
        String[] arguments =
                settings.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new);
        try {
            return new RunningService(application.run(arguments), stopped);
        } catch (RuntimeException e) {
            throw reason(e);
        }
    }

    private static RuntimeException reason(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartRefused refused) {
                return refused;
            }
            if (cause instanceof InvalidLawException law) {
                return StartRefused.because("the policy cannot be used: " + law.problems());
            }
            if (cause instanceof ConnectException) {
                return StartRefused.outOfReach("a server is out of reach: " + failure.getMessage());
            }
            // SQLSTATE class 08: connection exception
            if (cause instanceof SQLException sql
                    && sql.getSQLState() != null
                    && sql.getSQLState().startsWith("08")) {
                return StartRefused.outOfReach("PostgreSQL is out of reach: " + sql.getMessage());
            }
        }
        return failure;
    }

    /** Where its REST interface answers. */
    public String url() {
        var server = ((WebServerApplicationContext) context).getWebServer();
        if (server == null) {
            throw new IllegalStateException("the service has no web server");
        }
        String address = context.getEnvironment().getProperty("server.address", "127.0.0.1");
        // An address that means every interface is none to call
        String host = address.equals("0.0.0.0") ? "127.0.0.1" : address;
        return "http://" + host + ":" + server.getPort();
    }

    /** A component of the service. */
    public <T> T component(Class<T> type) {
        return context.getBean(type);
    }

    /** Waits until someone stops it. */
    public void awaitStop() throws InterruptedException {
        stopped.await();
    }

    @Override
    public void close() {
        context.close();
    }
}
