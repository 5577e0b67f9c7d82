package org.ictograph.dataset;

/** Where in the film of one cage clips are taken. */
interface ClipRule {
    /** Adds a clip or a refusal to the draft for every piece it looks at. */
    void plan(CageFilm film, PlanDraft draft);
}
