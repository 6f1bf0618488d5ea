package org.dutyledger.app;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a command did: its exit status, its answer and its messages. */
record Ran(int exitStatus, String out, String err) {

    static Ran command(String... words) {
        var out = new StringWriter();
        var err = new StringWriter();
        int exitStatus = Main.run(words, new PrintWriter(out), new PrintWriter(err));
        return new Ran(exitStatus, out.toString(), err.toString());
    }

    static Ran command(List<String> words) {
        return command(words.toArray(String[]::new));
    }

    JsonNode json() {
        return JsonMapper.shared().readTree(out);
    }
}
