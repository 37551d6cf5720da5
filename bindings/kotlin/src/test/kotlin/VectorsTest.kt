package org.suiji.kotlin

import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.ObjectMapper
import java.io.ByteArrayOutputStream
import java.io.File
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** The generated classes draw, refuse and amend as the files of tests/vectors say. */
class VectorsTest {
    private val json = ObjectMapper()
    private val folder = File(System.getProperty("vectors"))

    private fun vectors(name: String): List<JsonNode> = folder.resolve(name).listFiles()!!.sorted().map { json.readTree(it) }

    /** A document of a vector; tests/vectors/README.md describes its forms. */
    private fun bytes(document: JsonNode?): ByteArray {
        val out = ByteArrayOutputStream()
        when {
            document == null -> {}
            document.isTextual -> out.write(document.textValue().toByteArray())
            document.has("json") -> out.write(json.writeValueAsBytes(document["json"]))
            document.has("rows") -> document["rows"].forEach { out.write(json.writeValueAsBytes(it) + "\n".toByteArray()) }
            else -> document.forEach { part(it, out) }
        }
        return out.toByteArray()
    }

    private fun part(part: JsonNode, out: ByteArrayOutputStream) = when {
        part.isTextual -> out.write(part.textValue().toByteArray())
        part.has("repeat") -> repeat(part["times"].intValue()) { out.write(part["repeat"].textValue().toByteArray()) }
        else -> part["hex"].textValue().chunked(2).forEach { out.write(it.toInt(16)) }
    }

    private inner class Case(private val files: Map<String, ByteArray>) {
        fun bytes(name: String) = files[name] ?: ByteArray(0)

        private fun <T> table(name: String, lines: (ByteArray) -> T, csv: (ByteArray) -> T): T =
            files["$name.csv"]?.let(csv) ?: lines(bytes("$name.jsonl"))

        fun seal(): Sealed {
            val registry = table("registry", { Registry.fromJsonLines(it, null) }, { Registry.fromCsv(it, null) })
            val roster = table("roster", { Roster.fromJsonLines(it, null) }, { Roster.fromCsv(it, null) })
            val history = table("history", { History.fromJsonLines(it, null) }, { History.fromCsv(it, null) })
            val inputs = Inputs(Plan.fromJson(bytes("plan.json")), registry, roster, history, null)
            val earlier = files["earlier.json"]?.let { json.readTree(it).map { one -> Commitment.fromJson(json.writeValueAsBytes(one)) } }
            return seal(inputs, Ceremony.fromJson(bytes("ceremony.json")).withEarlier(earlier ?: emptyList()), null)
        }

        fun draw(sealed: Sealed): Record = sealed.draw(Contributions.fromJson(bytes("contributions.json")), null)
    }

    private fun case(vector: JsonNode) = Case(vector["documents"].properties().associate { it.key to bytes(it.value) })

    @Test
    fun drawsMatch() {
        val draws = vectors("draws")
        for (vector in draws) {
            val case = case(vector)
            case.seal().use { sealed ->
                case.draw(sealed).use { record ->
                    assertEquals(vector["expected"]["record_digest"].textValue(), record.digest())
                    assertEquals(vector["expected"]["record"], json.readTree(record.toJson()))
                }
            }
        }
        assertTrue(draws.size >= 72, "${draws.size} draws")
    }

    @Test
    fun refusalsHaveTheirCodes() {
        val drawn = vectors("refusals").filter { it["run"].textValue() == "draw" }
        for (vector in drawn) {
            val case = case(vector)
            val refused = assertThrows(SuijiException.Refused::class.java) { case.draw(case.seal()) }
            assertEquals(vector["expected"]["code"].textValue(), refused.code)
        }
        assertTrue(drawn.size >= 100, "${drawn.size} refusals")
    }

    @Test
    fun amendmentsMatch() {
        val amendments = vectors("amendments")
        assertTrue(amendments.size >= 10, "${amendments.size} files of amendments")
        for (vector in amendments) {
            val case = case(vector)
            val sealed = case.seal()
            val made = sealed.amend(case.draw(sealed), null, requestsFromJson(case.bytes("requests.json")), null)
            assertEquals(vector["expected"]["amendments"], json.readTree(made.toJson()))
        }
    }
}
