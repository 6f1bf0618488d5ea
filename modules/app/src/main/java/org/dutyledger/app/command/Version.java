package org.dutyledger.app.command;

import picocli.CommandLine.IVersionProvider;

/** The version that the jar's manifest states. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {
            "dutyledger " + (version == null ? "(not packaged)" : version),
            "JDK " + Runtime.version()
        };
    }
}
