package org.ictograph.session.demo;

/** What can be bent, raised or turned in an animal. Angles in radians, lengths in centimetres, 0 is standing quietly. */
enum Joint {
    /** The whole body above the floor. */
    LIFT,
    /** The front of the body upwards. */
    PITCH,
    /** Lying over to a side. */
    ROLL,
    /** The back upwards (or, negative, hollow). */
    ARCH,
    /** The spine bent sideways. */
    CURL,
    /** The body swaying sideways. */
    SWAY,
    /** The body wider by this share. */
    BREATH,
    HEAD_PITCH,
    HEAD_YAW,
    /** The mouth open. */
    JAW,
    /** Left forelimb off the floor: 0 stands on it, 1 holds it before the chest. */
    LEFT_FREE,
    RIGHT_FREE,
    /** Paws up or down along the body's own height. */
    LEFT_PAW,
    RIGHT_PAW,
    /** Paws forwards or backwards. */
    LEFT_REACH,
    RIGHT_REACH,
    LEFT_FOOT,
    RIGHT_FOOT,
    /** Limbs stretched away from the body, 0 to 1. */
    STRETCH,
    TAIL_LIFT,
    TAIL_WAVE
}
