{ Seals, draws and verifies: `quickstart FOLDER`, with the files of a case in FOLDER. For Delphi, and for Free Pascal with -Mdelphi. }
program quickstart;

{$IFDEF MSWINDOWS}{$APPTYPE CONSOLE}{$ENDIF}

uses
  Classes, SysUtils;

const
  {$IFDEF MSWINDOWS}
  Library_ = 'suiji_c.dll';
  {$ELSE}
  Library_ = 'libsuiji_c.so';
  {$ENDIF}
  JsonLines = 3;    { SUIJI_JSON_LINES }
  PartDigest = 22;  { SUIJI_DIGEST }

type
  THandle = Pointer;
  ESuiji = class(Exception);

function suiji_data(Handle: THandle): PAnsiChar; cdecl; external Library_;
function suiji_size(Handle: THandle): NativeUInt; cdecl; external Library_;
procedure suiji_free(Handle: THandle); cdecl; external Library_;
function suiji_part(Handle: THandle; Part: Integer; out Result_, Error: THandle): Integer; cdecl; external Library_;
function suiji_inputs_read(Form: Integer; Plan: PAnsiChar; PlanSize: NativeUInt; Registry: PAnsiChar; RegistrySize: NativeUInt;
  Roster: PAnsiChar; RosterSize: NativeUInt; History: PAnsiChar; HistorySize: NativeUInt; Run: THandle;
  out Result_, Error: THandle): Integer; cdecl; external Library_;
function suiji_seal(Inputs: THandle; Ceremony: PAnsiChar; CeremonySize: NativeUInt; Earlier: PAnsiChar; EarlierSize: NativeUInt;
  Run: THandle; out Result_, Error: THandle): Integer; cdecl; external Library_;
function suiji_draw(Sealed: THandle; Contributions: PAnsiChar; Size: NativeUInt; Run: THandle; out Result_, Error: THandle): Integer;
  cdecl; external Library_;
function suiji_evidence_new(out Result_, Error: THandle): Integer; cdecl; external Library_;
function suiji_evidence_add(Evidence, Item: THandle; out Error: THandle): Integer; cdecl; external Library_;
function suiji_verify(RecordOrForm, Evidence, Run: THandle; out Result_, Error: THandle): Integer; cdecl; external Library_;
function suiji_require(Report: THandle; out Error: THandle): Integer; cdecl; external Library_;

function Text(Handle: THandle): UTF8String;
begin
  SetString(Result, suiji_data(Handle), suiji_size(Handle));
  suiji_free(Handle);
end;

{ The error is a JSON document, in UTF-8, with messages in Chinese and English. }
procedure Check(Status: Integer; Error: THandle);
begin
  if Status <> 0 then
    raise ESuiji.Create(string(Text(Error)));
end;

function ReadFile(const Name: string): AnsiString;
var
  Stream: TFileStream;
begin
  Stream := TFileStream.Create(ParamStr(1) + PathDelim + Name, fmOpenRead);
  try
    SetLength(Result, Stream.Size);
    Stream.ReadBuffer(Result[1], Length(Result));
  finally
    Stream.Free;
  end;
end;

var
  Plan, Registry, Roster, History, Ceremony, Contributions: AnsiString;
  Inputs, Sealed, Record_, Evidence, Report, Digest, Error: THandle;
begin
  Plan := ReadFile('plan.json');
  Registry := ReadFile('registry.jsonl');
  Roster := ReadFile('roster.jsonl');
  History := ReadFile('history.jsonl');
  Ceremony := ReadFile('ceremony.json');
  Contributions := ReadFile('contributions.json');
  Check(suiji_inputs_read(JsonLines, PAnsiChar(Plan), Length(Plan), PAnsiChar(Registry), Length(Registry), PAnsiChar(Roster), Length(Roster),
    PAnsiChar(History), Length(History), nil, Inputs, Error), Error);
  Check(suiji_seal(Inputs, PAnsiChar(Ceremony), Length(Ceremony), nil, 0, nil, Sealed, Error), Error);
  Check(suiji_draw(Sealed, PAnsiChar(Contributions), Length(Contributions), nil, Record_, Error), Error);
  Check(suiji_evidence_new(Evidence, Error), Error);
  Check(suiji_evidence_add(Evidence, Inputs, Error), Error);
  Check(suiji_verify(Record_, Evidence, nil, Report, Error), Error);
  Check(suiji_require(Report, Error), Error);
  Check(suiji_part(Record_, PartDigest, Digest, Error), Error);
  WriteLn(Text(Digest));
  suiji_free(Inputs);
  suiji_free(Sealed);
  suiji_free(Record_);
  suiji_free(Evidence);
  suiji_free(Report);
end.
