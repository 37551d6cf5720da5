package example

import java.io.File
import org.suiji.kotlin.Ceremony
import org.suiji.kotlin.Contributions
import org.suiji.kotlin.Evidence
import org.suiji.kotlin.Inputs
import org.suiji.kotlin.requestsFromJson
import org.suiji.kotlin.seal
import org.suiji.kotlin.verify

/** Draws from the documents of a case with the generated classes of the artefact suiji-kotlin. */
fun main(arguments: Array<String>) {
    fun read(name: String) = File(arguments[0], name).readBytes()
    val inputs = Inputs.fromJson(
        plan = read("plan.json"),
        registry = read("registry.jsonl"),
        roster = read("roster.jsonl"),
        history = read("history.jsonl"),
    )
    seal(inputs, Ceremony.fromJson(read("ceremony.json"))).use { sealed ->
        System.err.println("commitment: " + sealed.commitment().digestGroups()) // read it aloud before the dice are thrown
        val record = sealed.draw(Contributions.fromJson(read("contributions.json")))
        verify(record, Evidence(inputs = inputs)).require()
        println(record.digest())
        if (File(arguments[0], "requests.json").exists()) { // what happened after the draw
            val amendments = sealed.amend(record, null, requestsFromJson(read("requests.json")))
            verify(record, Evidence(inputs = inputs, amendments = amendments)).require()
            System.err.println("amendments: " + amendments.digest(record.commitment()))
        }
    }
}
