package org.ictograph.session.demo;

/**
 * An invented rat.
 *
 * @param name id as the lab writes it: litter, hyphen, number in the litter
 */
public record DemoAnimal(String name, String litter, String group, String treatment) {
    /** The animal of a cage; group and treatment alternate within a litter. */
    static DemoAnimal of(int recording, int position) {
        String litter = Integer.toString(70 + recording);
        boolean treated = (recording + position) % 2 == 0;
        return new DemoAnimal(
                litter + "-" + position, litter, treated ? "A" : "B", treated ? "focused ultrasound" : "sham");
    }
}
