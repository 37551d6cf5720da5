using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Suiji
{
    /// <summary>
    /// JSON in the form of the library: objects as sorted dictionaries, lists, texts, integers as <see cref="long"/>,
    /// true and false. netstandard2.0 has no reader for JSON, and a package with one would be a dependency.
    /// </summary>
    internal sealed class Json
    {
        private readonly string text;
        private int at;

        private Json(string text)
        {
            this.text = text;
        }

        /// <summary>Reads JSON that the library wrote.</summary>
        internal static object Read(string text)
        {
            var reader = new Json(text);
            object value = reader.Value();
            reader.Blank();
            return reader.at == text.Length ? value : throw reader.Unexpected();
        }

        private FormatException Unexpected() => new FormatException($"unexpected JSON at character {at}");

        private char Next => at < text.Length ? text[at] : '\0';

        private void Blank()
        {
            while (Next == ' ' || Next == '\n' || Next == '\t' || Next == '\r')
            {
                at++;
            }
        }

        private void Expect(char expected)
        {
            Blank();
            if (Next != expected)
            {
                throw Unexpected();
            }
            at++;
        }

        private object Value()
        {
            Blank();
            switch (Next)
            {
                case '{':
                    return Object();
                case '[':
                    return List();
                case '"':
                    return Text();
                case 't':
                    return Word("true", true);
                case 'f':
                    return Word("false", false);
                case 'n':
                    return Word("null", null);
                default:
                    return Number();
            }
        }

        private object Word(string word, object value)
        {
            if (string.CompareOrdinal(text, at, word, 0, word.Length) != 0)
            {
                throw Unexpected();
            }
            at += word.Length;
            return value;
        }

        private object Number()
        {
            int from = at;
            while (Next == '-' || Next >= '0' && Next <= '9')
            {
                at++;
            }
            string digits = text.Substring(from, at - from);
            bool isNumber = long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number);
            return isNumber ? number : throw Unexpected();
        }

        private object Object()
        {
            var map = new SortedDictionary<string, object>(StringComparer.Ordinal);
            Expect('{');
            Blank();
            while (Next != '}')
            {
                Blank();
                string key = Text();
                Expect(':');
                map[key] = Value();
                More('}');
            }
            at++;
            return map;
        }

        private object List()
        {
            var list = new List<object>();
            Expect('[');
            Blank();
            while (Next != ']')
            {
                list.Add(Value());
                More(']');
            }
            at++;
            return list;
        }

        /// <summary>Either the end, or a comma.</summary>
        private void More(char end)
        {
            Blank();
            if (Next != end)
            {
                Expect(',');
            }
        }

        private string Text()
        {
            Expect('"');
            int from = at;
            while (Next != '"' && Next != '\\' && at < text.Length)
            {
                at++;
            }
            if (Next == '"')
            {
                return text.Substring(from, at++ - from);
            }
            var value = new StringBuilder(text, from, at - from, Math.Max(16, 2 * (at - from)));
            while (Next != '"')
            {
                if (at >= text.Length)
                {
                    throw Unexpected();
                }
                value.Append(Next == '\\' ? Escaped() : text[at++]);
            }
            at++;
            return value.ToString();
        }

        private char Escaped()
        {
            const string Letters = "\"\\/bfnrt";
            const string Meanings = "\"\\/\b\f\n\r\t";
            at++;
            char letter = Next;
            at++;
            if (letter == 'u' && at + 4 <= text.Length)
            {
                at += 4;
                return (char)ushort.Parse(text.Substring(at - 4, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            }
            int of = Letters.IndexOf(letter);
            return of >= 0 ? Meanings[of] : throw Unexpected();
        }

        /// <summary>Writes a value without white space, keys in their order.</summary>
        internal static string Write(object value)
        {
            var json = new StringBuilder();
            Write(value, json);
            return json.ToString();
        }

        private static void Write(object value, StringBuilder json)
        {
            if (value == null)
            {
                json.Append("null");
            }
            else if (value is string text)
            {
                Write(text, json);
            }
            else if (value is bool flag)
            {
                json.Append(flag ? "true" : "false");
            }
            else if (value is IReadOnlyDictionary<string, object> map)
            {
                Write('{', map, '}', json, (pair, to) =>
                {
                    Write(pair.Key, to);
                    to.Append(':');
                    Write(pair.Value, to);
                });
            }
            else if (value is IReadOnlyList<object> list)
            {
                Write('[', list, ']', json, Write);
            }
            else
            {
                json.Append(((long)value).ToString(CultureInfo.InvariantCulture));
            }
        }

        private static void Write<T>(char start, IEnumerable<T> items, char end, StringBuilder json, Action<T, StringBuilder> write)
        {
            json.Append(start);
            bool isFirst = true;
            foreach (T item in items)
            {
                if (!isFirst)
                {
                    json.Append(',');
                }
                isFirst = false;
                write(item, json);
            }
            json.Append(end);
        }

        private static void Write(string text, StringBuilder json)
        {
            json.Append('"');
            foreach (char one in text)
            {
                if (one == '"' || one == '\\')
                {
                    json.Append('\\').Append(one);
                }
                else if (one < ' ')
                {
                    json.Append("\\u").Append(((int)one).ToString("x4", CultureInfo.InvariantCulture));
                }
                else
                {
                    json.Append(one);
                }
            }
            json.Append('"');
        }

        /// <summary>The values of JSON Lines.</summary>
        internal static IEnumerable<object> Lines(byte[] lines)
        {
            return Call.Text(lines).Split('\n').Where(line => line.Length > 0).Select(Read);
        }
    }
}
