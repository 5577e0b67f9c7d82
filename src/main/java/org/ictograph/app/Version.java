package org.ictograph.app;

import picocli.CommandLine.IVersionProvider;

/**
 * Which version of the program this is: from the jar's manifest; run from classes what Maven says, else
 * {@code development}.
 */
final class Version implements IVersionProvider {
    static String text() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? System.getProperty("ictograph.version", "development") : version;
    }

    @Override
    public String[] getVersion() {
        return new String[] {"Ictograph " + text()};
    }
}
