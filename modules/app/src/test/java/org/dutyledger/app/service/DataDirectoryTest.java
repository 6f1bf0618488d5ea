package org.dutyledger.app.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir private Path folder;

    @Test
    void isMadeForThisUserAlone() throws IOException {
        try (var data = DataDirectory.take(folder.resolve("data"))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.path())))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void refusesASecondServiceAndNamesTheFirst() throws IOException {
        try (var data = DataDirectory.take(folder)) {
            assertThatThrownBy(() -> DataDirectory.take(folder))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("process " + ProcessHandle.current().pid())
                    .hasMessageContaining(data.path().toString())
                    .hasMessageContaining("DUTYLEDGER_DATA");
        }
    }

    @Test
    void isFreeAgainAfterwards() throws IOException {
        DataDirectory.take(folder).close();

        try (var again = DataDirectory.take(folder)) {
            assertThat(again.path()).isDirectory();
        }
    }

    @Test
    void refusesAPlaceThatIsAFile() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> DataDirectory.take(file))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("cannot be used");
    }
}
