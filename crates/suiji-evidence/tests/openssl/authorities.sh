#!/usr/bin/env bash
# Makes timestamp authorities with OpenSSL, and lets them stamp digests. The authorities are invented.
#
#   authorities.sh FOLDER SHA256-DIGEST SM3-DIGEST
#
# FOLDER gets a root certificate NAME.root.pem and a token NAME.tsr or NAME.tst for each kind of key and each kind of fault.
set -euo pipefail
here=$(realpath "$0")
mkdir -p "$1"
cd "$1"
sha256=$2
sm3=$3

config=$PWD/openssl.cnf
cat >"$config" <<'END'
[req]
distinguished_name = name
[name]
[root]
basicConstraints = critical, CA:true
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
[middle]
basicConstraints = critical, CA:true, pathlen:0
keyUsage = critical, keyCertSign
subjectKeyIdentifier = hash
[stamps]
basicConstraints = CA:false
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, timeStamping
subjectKeyIdentifier = hash
[not_signing]
keyUsage = critical, keyEncipherment
extendedKeyUsage = critical, timeStamping
[not_critical]
extendedKeyUsage = timeStamping
[two_purposes]
extendedKeyUsage = critical, timeStamping, serverAuth
[tsa]
default_tsa = authority
[authority]
serial = serial
crypto_device = builtin
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha384, sha512, sm3
accuracy = secs:1
ordering = no
tsa_name = yes
ess_cert_id_chain = no
ess_cert_id_alg = sha256
END

key() {
    case $1 in
        rsa) openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 ;;
        short) openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:1024 ;;
        p256) openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 ;;
        p384) openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-384 ;;
    esac 2>/dev/null
}

# root NAME KIND SUBJECT
root() {
    key "$2" >"$1.root.key"
    openssl req -x509 -new -key "$1.root.key" -utf8 -subj "/O=样例时间戳机构/CN=$3" -days 7300 \
        -config "$config" -extensions root -out "$1.root.pem"
}

# issue NAME KIND SUBJECT ISSUER EXTENSIONS: a certificate for a key; makes the key if it is missing
issue() {
    [ -e "$1.key" ] || key "$2" >"$1.key"
    openssl req -new -key "$1.key" -utf8 -subj "/O=样例时间戳机构/CN=$3" -config "$config" -out "$1.csr"
    openssl x509 -req -in "$1.csr" -CA "$4.root.pem" -CAkey "$4.root.key" -CAcreateserial -days 3650 \
        -extfile "$config" -extensions "$5" -out "$1.pem" 2>/dev/null
}

# stamp NAME DIGEST HASH [OPTION...]: NAME.tsr, signed by the key of the authority ${signer:-NAME}
stamp() {
    local name=$1 digest=$2 hash=$3 signer=${signer:-$1}
    shift 3
    openssl ts -query -digest "$digest" "-$hash" -cert -no_nonce -out "$name.tsq" 2>/dev/null
    echo 01 >serial
    openssl ts -reply -config "$config" -queryfile "$name.tsq" -signer "$signer.pem" -inkey "$signer.key" \
        -out "$name.tsr" "$@" 2>/dev/null
}

# A root with the same name and another key.
root forged p256 "p256 根"

for kind in rsa p256 p384; do
    root "$kind" "$kind" "$kind 根"
    issue "$kind" "$kind" "$kind 时间戳" "$kind" stamps
    stamp "$kind" "$sha256" sha256
done
signer=rsa stamp rsa.sm3 "$sm3" sm3
signer=rsa stamp other "$sm3" sha256

# A certificate between root and authority, included in the token.
issue middle p256 "中级" p256 middle
cp middle.pem middle.root.pem
cp middle.key middle.root.key
issue below p256 "下级时间戳" middle stamps
stamp below "$sha256" sha256 -chain middle.pem

# The certificate is named by SHA-1.
sed -i 's/^ess_cert_id_alg = .*/ess_cert_id_alg = sha1/' "$config"
signer=p256 stamp sha1 "$sha256" sha256
sed -i 's/^ess_cert_id_alg = .*/ess_cert_id_alg = sha256/' "$config"

# The request was refused, because the authority does not stamp this hash.
sed -i 's/^digests = .*/digests = sha512/' "$config"
signer=p256 stamp refused "$sha256" sha256 || true
sed -i 's/^digests = .*/digests = sha256, sm3/' "$config"

# A key that is too short.
root short rsa "短密钥根"
issue short short "短密钥" short stamps
stamp short "$sha256" sha256

# Tokens that OpenSSL refuses to make, made as signed data: the contents of a token, signed by another key.
openssl ts -reply -in p256.tsr -token_out -out p256.tst 2>/dev/null
# later IN OUT: the contents of a token, with a time after all certificates were issued
later() {
    openssl cms -verify -inform DER -in "$1" -noverify -out early 2>/dev/null
    LC_ALL=C sed -E "s/[0-9]{14}Z/$(date -u -d '5 minutes' +%Y%m%d%H%M%SZ)/" early >"$2"
}
later p256.tst contents
# sign NAME CONTENTS OPTION...
sign() {
    local name=$1 contents=$2
    shift 2
    openssl cms -sign -in "$contents" -binary -nodetach -econtent_type 1.2.840.113549.1.9.16.1.4 -nosmimecap \
        -md sha256 -signer "$name.pem" -inkey "$name.key" -outform DER -out "$name.tst" "$@"
}
issue again p256 "再签" p256 stamps
sign again contents -cades
issue not_critical p256 "用途未标为关键" p256 not_critical
sign not_critical contents -cades
issue two_purposes p256 "两种用途" p256 two_purposes
sign two_purposes contents -cades
issue not_signing p256 "不能签名" p256 not_signing
sign not_signing contents -cades
issue not_named p256 "没有指明证书" p256 stamps
sign not_named contents
# Issued by a certificate that must not issue any.
cp p256.pem leaf.root.pem
cp p256.key leaf.root.key
issue leaf p256 "由非颁发者颁发" leaf stamps
sign leaf contents -cades -certfile p256.pem
# Stamped years before the certificate was valid.
LC_ALL=C sed -E 's/[0-9]{14}Z/20160101000000Z/' contents >early
issue early p256 "证书尚未生效" p256 stamps
sign early early -cades
# Another certificate with the same key and number. The certificate that the signature names is not included.
issue renamed p256 "甲" p256 stamps
sign renamed contents -cades -nocerts
number=$(openssl x509 -in renamed.pem -noout -serial | cut -d= -f2)
openssl x509 -req -in renamed.csr -CA p256.root.pem -CAkey p256.root.key -set_serial "0x$number" -days 3000 \
    -extfile "$config" -extensions stamps -out renamed.other.pem 2>/dev/null
# Signed data that is not a timestamp.
openssl cms -sign -in contents -binary -nodetach -md sha256 -signer again.pem -inkey again.key -outform DER -out data.tst

# SM2: OpenSSL 3 makes certificates and signatures, but not the tokens.
export SM2_ID=distid:1234567812345678
for name in sm2.root sm2; do
    openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:SM2 >"$name.key" 2>/dev/null
done
openssl req -x509 -new -key sm2.root.key -utf8 -subj "/O=样例时间戳机构/CN=SM2 根" -days 7300 -sm3 -sigopt $SM2_ID \
    -config "$config" -extensions root -out sm2.root.pem
openssl req -new -key sm2.key -utf8 -subj "/O=样例时间戳机构/CN=SM2 时间戳" -sm3 -sigopt $SM2_ID -config "$config" -out sm2.csr
openssl x509 -req -in sm2.csr -CA sm2.root.pem -CAkey sm2.root.key -CAcreateserial -days 3650 -sm3 -sigopt $SM2_ID \
    -vfyopt $SM2_ID -extfile "$config" -extensions stamps -out sm2.pem 2>/dev/null
openssl ts -reply -in rsa.sm3.tsr -token_out -out rsa.sm3.tst 2>/dev/null
later rsa.sm3.tst contents.sm3
python3 "$(dirname "$here")/sm2_token.py" contents.sm3 sm2.pem sm2.key 1.2.840.113549.1.7.2 sm2.tst
python3 "$(dirname "$here")/sm2_token.py" contents.sm3 sm2.pem sm2.key 1.2.156.10197.6.1.4.2.2 sm2.gm.tst
