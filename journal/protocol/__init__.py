"""What needs a secret: derivation, sealing, boxes, keys, the ring, credentials, items, grants, invites.

Twin of `static/js/protocol` (kebab-case files, camelCase names). Imports `journal.wire`, the standard
library and `cryptography`; does no input or output and reads no clock. See `docs/protocol.md`.

    kdf            prepare mac derive derive_labelled kdf expand
    seal           seal open_sealed sealed_length
    padding        padme padded_length pad unpad
    keys           Identity KemKey generate_secret
    box            box open_box
    ring           Ring Epoch Contact OpenInvite LogHead seal_ring open_ring has_room
                   merge_rings rebase_ring ring_to_json ring_from_json
    guessable      is_guessable
    passphrase     normalise_passphrase generate_passphrase
    credentials    stretch pepper password_secret kit_secret password_parameters parse_password_parameters passkey_input
                   passkey_id Credential make_credential open_account_key login_signature
    items          CekSource seal_item open_item
    devices        seal_device open_device seal_label open_label
    grants         seal_grant open_grant
    invites        Link Offer Answer invite_id build_link parse_link seal_offer open_offer seal_answer open_answer
    kit            kit_to_text text_to_kit
    safety_number  safety_number
"""
