package org.ictograph.model;

import java.util.UUID;

/**
 * That a data set was exported from this study.
 *
 * @param folder where it was put
 * @param manifestHash SHA-256 of its manifest
 * @param clips number of clips in it
 */
public record ExportReceipt(UUID id, String profile, String folder, String manifestHash, int clips) implements Entity {}
