package org.ictograph.dataset;

import java.util.List;

/**
 * What the makers of a data set say about it. Everything may be left empty.
 *
 * @param title empty for the study's name
 * @param creators people or labs, as they want to be cited
 * @param publisher the lab, or the archive that will hold it
 * @param year of publication, empty for the year of the newest recording
 * @param licence an SPDX identifier, such as {@code CC-BY-4.0}, or words; empty when none was chosen
 */
public record Publication(String title, List<String> creators, String publisher, String year, String licence) {
    /** Nothing is said. */
    public static final Publication NONE = new Publication("", List.of(), "", "", "");

    public Publication {
        creators = List.copyOf(creators);
        if (!year.isEmpty() && !year.matches("[0-9]{4}")) {
            throw new IllegalArgumentException("A year has four digits: " + year);
        }
    }

    public Publication withLicence(String changed) {
        return new Publication(title, creators, publisher, year, changed);
    }

    public Publication withCreators(List<String> changed) {
        return new Publication(title, changed, publisher, year, licence);
    }
}
