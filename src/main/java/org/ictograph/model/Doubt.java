package org.ictograph.model;

/** Time of a cage about which nobody can tell whether there is an event of a label: neither positive nor negative. */
public record Doubt(String label, Span span) {}
