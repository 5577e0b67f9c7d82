package org.ictograph.app;

import picocli.CommandLine.IVersionProvider;

/** Which version of the program this is: from the jar's manifest, or {@code development} when run from classes. */
final class Version implements IVersionProvider {
    static String text() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    @Override
    public String[] getVersion() {
        return new String[] {"Ictograph " + text()};
    }
}
