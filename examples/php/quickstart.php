<?php
// Seals, draws and verifies: `php -d ffi.enable=1 quickstart.php LIBRARY HEADER FOLDER`, with the files of a case in FOLDER.

declare(strict_types=1);

final class Suiji
{
    private FFI $ffi;

    public function __construct(string $library, string $header)
    {
        // PHP has no preprocessor, so its lines, the comments and extern "C" are removed.
        $declarations = strstr(file_get_contents($header), 'typedef struct suiji_handle');
        $declarations = preg_replace('/^\s*(#|extern "C"|\}).*$|\/\/.*$/m', '', $declarations);
        // PHP converts a const char * to a string that ends at the first zero, but a file can have zeros.
        $declarations = str_replace('const char *suiji_data', 'const uint8_t *suiji_data', $declarations);
        $arrow = 'struct ArrowSchema; struct ArrowArray; struct ArrowArrayStream;';
        $this->ffi = FFI::cdef($arrow . $declarations, $library);
    }

    /** Calls a function of the header without its `out` and `error`. A text is passed with its length. The result is a handle. */
    public function __call(string $name, array $arguments): ?FFI\CData
    {
        $passed = [];
        foreach ($arguments as $argument) {
            array_push($passed, ...(is_string($argument) ? [$argument, strlen($argument)] : [$argument]));
        }
        [$out, $error] = [$this->ffi->new('suiji_handle *'), $this->ffi->new('suiji_handle *')];
        $results = in_array($name, ['require', 'evidence_add'], true) ? [FFI::addr($error)] : [FFI::addr($out), FFI::addr($error)];
        if ($this->ffi->{"suiji_$name"}(...$passed, ...$results) !== 0) {
            $document = json_decode($this->text($error));
            throw new RuntimeException($document->code . ': ' . $document->faults[0]->message->zh);
        }
        return FFI::isNull($out) ? null : $out;
    }

    /** Returns the bytes of a result, and frees it. */
    public function text(FFI\CData $handle): string
    {
        $text = FFI::string($this->ffi->suiji_data($handle), $this->ffi->suiji_size($handle));
        $this->ffi->suiji_free($handle);
        return $text;
    }

    public function free(FFI\CData ...$handles): void
    {
        array_map($this->ffi->suiji_free(...), $handles);
    }
}

const JSON_LINES = 3, DIGEST = 22;   // SUIJI_JSON_LINES and SUIJI_DIGEST of the header

[, $library, $header, $folder] = $argv;
$file = fn (string $name): string => file_get_contents("$folder/$name");
$suiji = new Suiji($library, $header);
$inputs = $suiji->inputs_read(JSON_LINES, $file('plan.json'), $file('registry.jsonl'), $file('roster.jsonl'), $file('history.jsonl'), null);
$sealed = $suiji->seal($inputs, $file('ceremony.json'), '', null);
$record = $suiji->draw($sealed, $file('contributions.json'), null);
$evidence = $suiji->evidence_new();
$suiji->evidence_add($evidence, $inputs);
$report = $suiji->verify($record, $evidence, null);
$suiji->require($report);
echo $suiji->text($suiji->part($record, DIGEST)), "\n";
$suiji->free($inputs, $sealed, $record, $evidence, $report);
