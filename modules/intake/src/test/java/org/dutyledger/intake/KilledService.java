package org.dutyledger.intake;

import java.io.IOException;
import java.util.List;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** The service as a process of its own, for a test to kill. */
final class KilledService {

    private KilledService() {}

    /**
     * @param settings {@code name=value}
     */
    public static void main(String[] settings) throws IOException {
        TestService.start(new BeanPostProcessor() {}, List.of(settings));
        // Ends with the test that started it, however that ended.
        while (System.in.read() >= 0) {}
        Runtime.getRuntime().halt(1);
    }
}
