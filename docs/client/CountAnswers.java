import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.dutyledger.client.ClientSettings;
import org.dutyledger.client.DutyledgerClient;
import org.dutyledger.client.Series;

/** Counts a thousand answers and tells a risk. Arguments: bootstrap servers, outbox directory. */
final class CountAnswers {

    public static void main(String[] args) {
        Series answers = Series.of("medchat", "2.1").on("app").about("medical").in("zh");
        try (var client =
                DutyledgerClient.open(ClientSettings.of(args[0], "acme", Path.of(args[1])))) {
            for (int answer = 0; answer < 1_000; answer++) {
                client.answered(answers, answer % 100 != 0);
            }
            client.emit("risk.reported", "medchat", Instant.now(), Map.of("risk", "R-1"));
        }
    }
}
