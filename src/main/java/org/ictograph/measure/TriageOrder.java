package org.ictograph.measure;

/** By what a queue of proposals is ordered. */
public enum TriageOrder {
    /** The best score first: finds the most in the least time. */
    SCORE,
    /** First what could as well be as not be. */
    UNCERTAINTY,
    /** First what most narrows the rates of the animals. */
    RATE
}
