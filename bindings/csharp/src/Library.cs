using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;

namespace Suiji
{
    /// <summary>The functions that belong to no object. With <c>using static Suiji.Library;</c> they need no prefix.</summary>
    public static class Library
    {
        /// <summary>Seals the inputs. After this only the contributions of the sources can influence the draw.</summary>
        /// <param name="inputs">The inputs.</param>
        /// <param name="ceremony">The ceremony.</param>
        /// <param name="run">Threads, progress, cancelling.</param>
        /// <exception cref="SuijiException">They cannot be sealed.</exception>
        public static Sealed Seal(Inputs inputs, Ceremony ceremony, Run run = null)
        {
            byte[] document = ceremony.Bytes(), earlier = ceremony.EarlierJson();
            return new Sealed(Run.Object(run, (Handle of, out IntPtr result, out IntPtr error) => Native.suiji_seal(
                NativeObject.Required(inputs, nameof(inputs)), document, Call.Size(document), earlier, Call.Size(earlier), of, out result, out error)));
        }

        /// <summary>Verifies a record. The report contains all its faults.</summary>
        /// <param name="record">The record.</param>
        /// <param name="evidence">The evidence of the verifier.</param>
        /// <param name="run">Threads, progress, cancelling.</param>
        /// <exception cref="SuijiException">The secret or a digest in the evidence cannot be read.</exception>
        public static Report Verify(Record record, Evidence evidence, Run run = null)
        {
            return evidence.Verify(LargeDocument.Required(record, nameof(record)), run);
        }

        /// <summary>Verifies a public form. The report contains all its faults.</summary>
        /// <param name="publicForm">The public form.</param>
        /// <param name="evidence">The evidence of the verifier.</param>
        /// <param name="run">Threads, progress, cancelling.</param>
        /// <exception cref="SuijiException">The secret or a digest in the evidence cannot be read.</exception>
        public static Report VerifyPublic(PublicForm publicForm, Evidence evidence, Run run = null)
        {
            return evidence.Verify(LargeDocument.Required(publicForm, nameof(publicForm)), run);
        }

        /// <summary>
        /// Makes a secret, for <see cref="Ceremony.WithSecret"/>, or a nonce, for <see cref="Contribution.Commitment"/>: 32 random bytes as 64 hex
        /// digits.
        /// </summary>
        public static string NewSecret()
        {
            var random = new byte[32];
            using (var generator = RandomNumberGenerator.Create())
            {
                generator.GetBytes(random);
            }
            return string.Concat(random.Select(one => one.ToString("x2")));
        }

        /// <summary>The canonical form of a JSON document (RFC 8785). Digests are hashes of this form.</summary>
        /// <param name="json">The document.</param>
        /// <exception cref="SuijiException">It is not valid JSON, or contains null or a fraction, which no document may contain.</exception>
        public static byte[] CanonicalJson(byte[] json)
        {
            return Call.Bytes((out IntPtr result, out IntPtr error) =>
                Native.suiji_canonical_json(json, Call.Size(json), out result, out error));
        }

        /// <summary>All codes of errors, findings and checks, with their rules and texts.</summary>
        public static IReadOnlyList<Code> Codes()
        {
            string codes = Call.String((out IntPtr result, out IntPtr error) => Native.suiji_codes(out result, out error));
            return Fields.List(Json.Read(codes), value => new Code(Fields.Of(value)));
        }

        /// <summary>The version of the native library, such as <c>0.1.0</c>.</summary>
        public static string Version => Call.Static(Native.suiji_version());
    }
}
